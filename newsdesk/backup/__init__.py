"""The whole desk as one file, and back: database, pictures, secret key, the desk's own settings."""
