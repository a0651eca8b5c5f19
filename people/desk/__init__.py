"""What the admins of all apps are built from: manners, acts on a page of their own, parts listed and edited alone."""
