
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0006_counts"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name="source",
            index=models.Index(fields=["-day", "-id"], name="source_latest"),
        ),
        migrations.AddIndex(
            model_name="trail",
            index=models.Index(fields=["act", "-at"], name="trail_of_act"),
        ),
    ]
