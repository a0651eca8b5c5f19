"""What other apps may listen to. Sent inside the public act, before it commits."""

from django.dispatch import Signal

# `article`: was published, updated or taken down, or its copies changed; `is_public` says which.
article_changed = Signal()
