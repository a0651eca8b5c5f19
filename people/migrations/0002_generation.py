from django.db import migrations


def forwards(apps, schema_editor):
    apps.get_model("people", "Generation").objects.get_or_create(pk=1, defaults={"number": 0})


class Migration(migrations.Migration):
    """The one row that every public act counts up."""

    dependencies = [("people", "0001_initial")]
    operations = [migrations.RunPython(forwards, migrations.RunPython.noop)]
