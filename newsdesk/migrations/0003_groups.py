from django.apps import apps as real_apps
from django.contrib.auth.management import create_permissions
from django.db import migrations

from newsdesk.roles import make_groups


def forwards(apps, schema_editor):
    # Permissions are made after all migrations otherwise, too late for the groups that need them.
    for label in ("newsdesk", "people", "articles"):
        create_permissions(real_apps.get_app_config(label), verbosity=0, apps=apps)
    make_groups(apps.get_model("auth", "Group"), apps.get_model("auth", "Permission"))


class Migration(migrations.Migration):
    dependencies = [
        ("newsdesk", "0002_search"),
        ("people", "0001_initial"),
        ("articles", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(forwards, migrations.RunPython.noop)]
