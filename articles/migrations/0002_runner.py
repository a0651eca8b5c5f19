from django.db import migrations


def forwards(apps, schema_editor):
    apps.get_model("articles", "Runner").objects.get_or_create(pk=1)


class Migration(migrations.Migration):
    """The one row that whoever runs due acts holds."""

    dependencies = [("articles", "0001_initial")]
    operations = [migrations.RunPython(forwards, migrations.RunPython.noop)]
