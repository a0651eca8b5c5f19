"""Accounts on the desk."""

from .user import StaffAdmin

__all__ = ["StaffAdmin"]
