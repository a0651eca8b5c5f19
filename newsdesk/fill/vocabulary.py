"""What invented names and texts are made of, in Latin, Cyrillic and Chinese signs. Data only."""

# One syllable in three scripts: names made of them name nobody.
SYLLABLES = [
    ("ka", "ка", "卡"), ("ri", "ри", "里"), ("mo", "мо", "莫"), ("ta", "та", "塔"), ("len", "лен", "连"),
    ("sha", "ша", "沙"), ("bu", "бу", "布"), ("ren", "рен", "仁"), ("so", "со", "索"), ("nar", "нар", "纳"),
    ("il", "ил", "伊"), ("ya", "я", "雅"), ("do", "до", "多"), ("ver", "вер", "维"), ("lu", "лу", "卢"),
    ("min", "мин", "敏"), ("az", "аз", "阿"), ("gul", "гул", "古"), ("tem", "тем", "特"), ("or", "ор", "奥"),
    ("pa", "па", "帕"), ("vel", "вел", "韦"), ("zhan", "жан", "詹"), ("fe", "фе", "费"), ("ki", "ки", "基"),
    ("sul", "сул", "苏"), ("he", "хе", "赫"), ("dan", "дан", "丹"), ("er", "ер", "尔"), ("ba", "ба", "巴"),
    ("ost", "ост", "斯"), ("wei", "вэй", "伟"), ("na", "на", "娜"), ("lo", "ло", "洛"), ("ji", "цзи", "吉"),
    ("tur", "тур", "图"), ("yu", "ю", "尤"), ("mar", "мар", "马"), ("che", "че", "切"), ("no", "но", "诺"),
]  # fmt: skip

LANGUAGES = ["en"] * 6 + ["ru"] * 2 + ["kk", "zh-hans"]  # of ten articles
SCRIPT_OF = {"en": 0, "ru": 1, "kk": 1, "zh-hans": 2}  # place in a syllable

MINISTRIES = [
    ("Foreign Affairs", "иностранных дел", "外交"),
    ("Transport", "транспорта", "交通"),
    ("Energy", "энергетики", "能源"),
    ("Finance", "финансов", "财政"),
    ("Trade", "торговли", "商务"),
    ("Health", "здравоохранения", "卫生"),
    ("Agriculture", "сельского хозяйства", "农业"),
    ("Education", "образования", "教育"),
]
MINISTRY = ("Ministry of {field} of {country}", "Министерство {field} страны {country}", "{country}{field}部")
POSTS = ["Minister", "First Deputy Minister", "Deputy Minister", "Chief of Staff", "Spokesperson", "Envoy"]
TOPICS = [
    "rail transit", "border crossings", "water sharing", "gas supplies", "grain exports", "visa rules", "air links",
    "power lines", "customs checks", "labour migration", "flood warnings", "digital trade",
]  # fmt: skip
SECTIONS = ["Politics", "Economy", "Energy", "Transport", "Security", "Society", "Culture", "Region"]
OUTCOMES = ["a memorandum on {topic}", "a road map for {topic}", "a working group on {topic}", "a protocol on {topic}"]

# {name}: an invented proper name, {number}: a number. Each is one whole sentence.
FRAMES = {
    "en": [
        "Officials said that the {name} project would need another {number} million over the coming years.",
        "The {name} company carried {number} thousand tonnes across the border in the first half of the year.",
        "A spokesman for the {name} administration declined to name a date for the next round.",
        "Work on the {name} line began late and is now expected to cost a third more than planned.",
        "Residents of {name} have complained for months about the noise and the closed road.",
        "The draft names {number} measures, among them common tariffs and a single form for carriers.",
        "Analysts at the {name} institute expect little before the budget is settled in autumn.",
        "Neither side published the text, and the ministries did not answer questions in writing.",
        "Exports through {name} rose by {number} per cent, according to figures of the customs service.",
        "The plant at {name} employs {number} people and supplies most of the valley with heat.",
        "Drivers wait {number} hours on average at the {name} crossing, more than twice as long as a year ago.",
        "Under the plan the reservoir near {name} would be filled by the end of the decade.",
        "The opposition in {name} called the agreement premature and asked for a hearing.",
        "Engineers from {name} have surveyed the pass twice since the thaw and found new cracks.",
        "A second meeting of experts is to look at prices, guarantees and the question of insurance.",
        "The {name} fund lends at {number} per cent and has not lost a loan since it was founded.",
        "According to the statement, both delegations praised the atmosphere and promised to go on.",
        "Farmers around {name} sowed {number} thousand hectares less than in the year before.",
        "The court in {name} will hear the case of the carriers in the spring.",
        "Schools in {name} opened a week late because the new boilers had not arrived.",
        "The bridge was closed in {number} trials and opened to light traffic only.",
        "Only {number} of the stations along the {name} road have working chargers.",
    ],
    "ru": [
        "По данным ведомства, проект {name} потребует ещё {number} миллионов в ближайшие годы.",
        "Компания {name} перевезла через границу {number} тысяч тонн за первое полугодие.",
        "Представитель администрации {name} отказался назвать дату следующего раунда.",
        "Работы на линии {name} начались поздно и обойдутся на треть дороже, чем планировалось.",
        "Жители района {name} уже несколько месяцев жалуются на шум и закрытую дорогу.",
        "В проекте названы {number} мер, среди них общие тарифы и единая форма для перевозчиков.",
        "Аналитики института {name} не ждут решений до принятия бюджета осенью.",
        "Стороны не опубликовали текст, министерства не ответили на письменные вопросы.",
        "Экспорт через {name} вырос на {number} процентов, сообщила таможенная служба.",
        "На заводе {name} работают {number} человек, он даёт тепло большей части долины.",
        "Водители ждут на переходе {name} в среднем {number} часов, вдвое дольше, чем год назад.",
        "По плану водохранилище у города {name} наполнят к концу десятилетия.",
        "Фонд {name} выдаёт кредиты под {number} процентов и не потерял ни одного.",
        "Школы района {name} открылись на неделю позже: не пришли новые котлы.",
    ],
    "kk": [
        "Ведомствоның мәліметінше, {name} жобасына тағы {number} миллион қажет болады.",
        "Алғашқы жарты жылда {name} компаниясы шекарадан {number} мың тонна жүк өткізді.",
        "Келесі кездесудің күнін {name} әкімшілігінің өкілі атаған жоқ.",
        "Құжатта {number} шара көрсетілген, олардың ішінде ортақ тарифтер бар.",
        "Экспорт көлемі {name} арқылы {number} пайызға өсті, деп хабарлады кеден қызметі.",
        "Зауытта {number} адам жұмыс істейді, ол {name} аңғарын жылумен қамтамасыз етеді.",
        "Жүргізушілер {name} өткелінде орта есеппен {number} сағат күтеді.",
        "Жоспар бойынша {name} маңындағы су қоймасы онжылдықтың соңына дейін толады.",
    ],
    "zh-hans": [
        "有关部门表示，{name}项目今后几年还需要{number}百万资金。",
        "{name}公司上半年跨境运输货物{number}千吨。",
        "{name}行政机关发言人没有透露下一轮会谈的日期。",
        "{name}铁路开工较晚，预计费用比原计划高出三分之一。",
        "文件草案列出{number}项措施，其中包括共同关税。",
        "{name}研究所的分析人士认为，秋季预算通过之前不会有进展。",
        "海关数据显示，经{name}的出口增长了百分之{number}。",
        "{name}工厂有{number}名职工，为山谷大部分地区供热。",
        "司机在{name}口岸平均等待{number}小时，是一年前的两倍。",
        "按照计划，{name}附近的水库将在十年内蓄满。",
    ],
}
SPACE = {"en": " ", "ru": " ", "kk": " ", "zh-hans": ""}  # between sentences

# {who}: names in a row; {place}; {title}: of the meeting; {day}: as digits.
REPORTED = {
    "en": "{who} took part in «{title}» in {place} ({day}).",
    "ru": "Во встрече «{title}» в городе {place} ({day}) участвовали {who}.",
    "kk": "{place} қаласындағы «{title}» кездесуіне ({day}) {who} қатысты.",
    "zh-hans": "{who}出席了在{place}举行的“{title}”（{day}）。",
}
ANNOUNCED = {
    "en": "{who} are expected in {place} for «{title}» ({day}).",
    "ru": "Во встрече «{title}» в городе {place} ({day}) примут участие {who}.",
    "kk": "{place} қаласындағы «{title}» кездесуіне ({day}) {who} қатысады деп күтіледі.",
    "zh-hans": "{who}将出席在{place}举行的“{title}”（{day}）。",
}
AND = {"en": (", ", " and "), "ru": (", ", " и "), "kk": (", ", " және "), "zh-hans": ("、", "和")}
HEADLINES = {
    "en": "{topic}: {who} and the {name} question",
    "ru": "{who}: вопрос {name} снова на столе",
    "kk": "{who}: {name} мәселесі қайта қаралды",
    "zh-hans": "{who}谈{name}问题",
}
MENTIONED = {
    "en": "{who} ({body}) named no figures.",
    "ru": "{who} ({body}) не назвал точных цифр.",
    "kk": "{who} ({body}) нақты сандарды айтпады.",
    "zh-hans": "{who}（{body}）没有提供数字。",
}
