"""Who may keep the record: small predicates that admin, views and API ask alike."""


def can_keep_record(user) -> bool:
    """Change, confirm and strike lines of the record."""
    return user.has_perm("people.keep_record")


def can_release(user) -> bool:
    """Open and close pages."""
    return user.has_perm("people.release_page")


def can_propose(user) -> bool:
    """Create people and meetings; what somebody without record rights creates is provisional."""
    return can_keep_record(user) or user.has_perm("people.add_person")
