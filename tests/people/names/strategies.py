"""Names as the desk meets them."""

from hypothesis import strategies as st

LATIN = "abcdefghijklmnopqrstuvwxyzéüşçñáäöïABCQXYZŞÉ"
CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһіӣӯАЁЙӘҒҚҢ"
LETTERS = LATIN + CYRILLIC + "秦刚王毅外交部长"
words = st.text(LETTERS, min_size=1, max_size=8)
names = st.lists(words, min_size=1, max_size=4).map(" ".join)
