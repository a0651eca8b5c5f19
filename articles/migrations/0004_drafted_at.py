"""The moment of the draft beside its article: the desk's list of a hundred thousand is read in this order."""

from django.db import migrations, models
from django.db.models import OuterRef, Subquery


def copy_moments(apps, schema_editor):
    Article, Revision = (apps.get_model("articles", name) for name in ("Article", "Revision"))
    moment = Revision.objects.filter(pk=OuterRef("draft")).values("at")
    Article.objects.filter(draft__isnull=False).update(drafted_at=Subquery(moment))


class Migration(migrations.Migration):
    dependencies = [("articles", "0003_pictures")]

    operations = [
        migrations.AddField(
            model_name="article",
            name="drafted_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="draft saved"),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(fields=["-drafted_at", "-id"], name="article_last_drafted"),
        ),
        migrations.RunPython(copy_moments, migrations.RunPython.noop),
    ]
