
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0005_archive_and_corrections"),
        ("people", "0007_indexes_of_the_desk"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name="anchor",
            index=models.Index(condition=models.Q(("is_lost", True)), fields=["article"], name="anchor_lost"),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(fields=["created_by", "-drafted_at", "-id"], name="article_last_drafted_by"),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(fields=["stage", "drafted_at"], name="article_first_in_stage"),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("is_on_hold", True)), fields=["-drafted_at"], name="article_on_hold"
            ),
        ),
        migrations.AddIndex(
            model_name="publication",
            index=models.Index(condition=models.Q(("until", None)), fields=["-since"], name="publication_newest_open"),
        ),
    ]
