"""What other apps may listen to. All are sent inside the public act, before it commits."""

from django.dispatch import Signal

# `pages`: people, organisations, meetings and series whose page opened, closed or changed.
# `quotations`: ids of quotations whose claims opened, closed or changed.
disclosed = Signal()

# `row`: a keeper said that its values are right; it waits no longer.
confirmed = Signal()

# `row`: has another slug now; `before`: the one it had. Its sender is the model.
readdressed = Signal()
