import django.db.models.deletion
import django.utils.timezone
import taggit.managers
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('newsdesk', '__first__'),
        ('people', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Image',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('hash', models.CharField(editable=False, max_length=32, unique=True, verbose_name='content hash')),
                ('file', models.FileField(editable=False, max_length=200, upload_to='', verbose_name='original')),
                ('width', models.PositiveIntegerField(editable=False, verbose_name='width')),
                ('height', models.PositiveIntegerField(editable=False, verbose_name='height')),
                ('alt', models.CharField(help_text='What is to be seen, for those who cannot see it.', max_length=300, verbose_name='alt text')),
                ('caption', models.TextField(max_length=1000, verbose_name='caption')),
                ('credit', models.CharField(help_text='Who made it, as it is printed.', max_length=200, verbose_name='credit')),
                ('licence', models.CharField(help_text='What we may do with it.', max_length=200, verbose_name='licence')),
                ('source', models.CharField(help_text='Where we have it from.', max_length=500, verbose_name='source')),
                ('key', models.TextField(default='', editable=False)),
                ('created_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='added by')),
                ('created_at', models.DateTimeField(editable=False, verbose_name='added at')),
            ],
            options={
                'verbose_name': 'image',
                'verbose_name_plural': 'images',
                'ordering': ['-created_at', 'hash'],
                'constraints': [models.CheckConstraint(condition=models.Q(('height__gt', 0), ('width__gt', 0)), name='image_has_size')],
                'indexes': [models.Index(fields=['-created_at', 'hash'], name='image_newest')],
            },
        ),
        migrations.CreateModel(
            name='Runner',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('until', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('pk', 1)), name='runner_one_row')],
            },
        ),
        migrations.CreateModel(
            name='Section',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100, verbose_name='name')),
                ('description', models.CharField(blank=True, max_length=300, verbose_name='in one line')),
                ('slug', models.SlugField(allow_unicode=True, editable=False, max_length=100, null=True, unique=True)),
                ('order', models.PositiveSmallIntegerField(default=10, verbose_name='order')),
                ('key', models.CharField(editable=False, max_length=250, unique=True)),
            ],
            options={
                'verbose_name': 'section',
                'verbose_name_plural': 'sections',
                'ordering': ['order', 'name', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Tag',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100, verbose_name='name')),
                ('slug', models.SlugField(allow_unicode=True, editable=False, max_length=100, null=True, unique=True)),
                ('key', models.CharField(editable=False, max_length=250, unique=True)),
                ('sort_key', models.CharField(db_index=True, editable=False, max_length=500)),
            ],
            options={
                'verbose_name': 'tag',
                'verbose_name_plural': 'tags',
                'ordering': ['sort_key', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Contributor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=150, verbose_name='name')),
                ('slug', models.SlugField(allow_unicode=True, editable=False, max_length=100, null=True, unique=True)),
                ('biography', models.CharField(blank=True, max_length=300, verbose_name='in one line')),
                ('portrait', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='portrays', to='articles.image', verbose_name='portrait')),
                ('user', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='contributor', to=settings.AUTH_USER_MODEL, verbose_name='account')),
                ('key', models.CharField(db_index=True, editable=False, max_length=400)),
                ('sort_key', models.CharField(db_index=True, editable=False, max_length=700)),
            ],
            options={
                'verbose_name': 'contributor',
                'verbose_name_plural': 'contributors',
                'ordering': ['sort_key', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Depiction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('image', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='depictions', to='articles.image', verbose_name='image')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='depictions', to='people.person', verbose_name='person')),
                ('is_portrait', models.BooleanField(default=False, verbose_name='portrait')),
            ],
            options={
                'verbose_name': 'person in the picture',
                'verbose_name_plural': 'people in the picture',
                'constraints': [models.UniqueConstraint(fields=('image', 'person'), name='depiction_once'), models.UniqueConstraint(condition=models.Q(('is_portrait', True)), fields=('person',), name='depiction_one_portrait')],
            },
        ),
        migrations.CreateModel(
            name='Rendition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('image', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='renditions', to='articles.image', verbose_name='image')),
                ('width', models.PositiveIntegerField(verbose_name='width')),
                ('height', models.PositiveIntegerField(verbose_name='height')),
                ('type', models.CharField(choices=[('webp', 'WebP'), ('jpg', 'JPEG')], max_length=4, verbose_name='type')),
                ('file', models.FileField(max_length=200, upload_to='', verbose_name='file')),
            ],
            options={
                'verbose_name': 'rendition',
                'verbose_name_plural': 'renditions',
                'ordering': ['image', 'type', 'width'],
                'constraints': [models.UniqueConstraint(fields=('image', 'width', 'type'), name='rendition_once')],
            },
        ),
        migrations.CreateModel(
            name='Article',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(choices=[('en', 'English'), ('ru', 'Russian'), ('kk', 'Kazakh'), ('zh-hans', 'Chinese')], default='en', max_length=15, verbose_name='language')),
                ('slug', models.SlugField(allow_unicode=True, editable=False, max_length=120, null=True, unique=True)),
                ('stage', models.CharField(choices=[('writing', 'writing'), ('in review', 'in review'), ('approved', 'approved')], default='writing', max_length=20, verbose_name='stage of the draft')),
                ('source', models.OneToOneField(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='article', to='people.source')),
                ('draft_key', models.CharField(blank=True, editable=False, max_length=1200)),
                ('is_public', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='public')),
                ('is_on_hold', models.BooleanField(default=False, editable=False, verbose_name='on hold')),
                ('embargoed_until', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='embargo until')),
                ('first_public_at', models.DateTimeField(editable=False, null=True, verbose_name='first public')),
                ('updated_at', models.DateTimeField(editable=False, null=True, verbose_name='updated')),
                ('taken_down_at', models.DateTimeField(editable=False, null=True, verbose_name='taken down')),
                ('taken_down_reason', models.CharField(blank=True, editable=False, max_length=300, verbose_name='why taken down')),
                ('created_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='begun')),
                ('headline', models.CharField(blank=True, editable=False, max_length=200, verbose_name='headline')),
                ('standfirst', models.TextField(blank=True, editable=False, verbose_name='standfirst')),
                ('section', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='articles', to='articles.section', verbose_name='section')),
                ('lead_image', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='articles.image')),
                ('day', models.DateField(db_index=True, editable=False, null=True, verbose_name='day')),
            ],
            options={
                'verbose_name': 'article',
                'verbose_name_plural': 'articles',
                'ordering': ['-first_public_at', '-pk'],
                'permissions': [('publish_article', 'Can publish, schedule and correct'), ('take_down_article', 'Can take down, hold and embargo'), ('edit_any_article', 'Can edit articles of others'), ('link_any_article', 'Can link people and record meetings in articles of others')],
                'constraints': [models.CheckConstraint(condition=models.Q(('is_public', False), ('taken_down_at__isnull', True), _connector='OR'), name='article_public_or_taken_down')],
                'indexes': [models.Index(fields=['is_public', '-first_public_at', 'slug'], name='article_newest_public')],
            },
        ),
        migrations.CreateModel(
            name='Anchor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('quotation', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='anchor', to='people.quotation')),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='anchors', to='articles.article')),
                ('wordings', models.JSONField(default=list)),
                ('is_lost', models.BooleanField(default=False, verbose_name='sentence is gone')),
                ('at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': 'sentence of the record',
                'verbose_name_plural': 'sentences of the record',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Byline',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='bylines', to='articles.article')),
                ('contributor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bylines', to='articles.contributor')),
                ('role', models.CharField(blank=True, max_length=40)),
                ('order', models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                'ordering': ['order'],
                'constraints': [models.UniqueConstraint(fields=('article', 'contributor'), name='byline_once')],
            },
        ),
        migrations.CreateModel(
            name='Correction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='articles.article')),
                ('kind', models.CharField(choices=[('correction', 'correction'), ('clarification', 'clarification')], default='correction', max_length=20, verbose_name='kind')),
                ('text', models.TextField(max_length=1000, verbose_name='what was wrong, and what is right')),
                ('at', models.DateTimeField(verbose_name='at')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'correction',
                'verbose_name_plural': 'corrections',
                'ordering': ['at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Mention',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='mentions', to='articles.article')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='mentions', to='people.person')),
                ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='mentions', to='people.organisation')),
                ('words', models.CharField(max_length=200, verbose_name='words in the text')),
                ('state', models.CharField(choices=[('confirmed', 'confirmed'), ('struck', 'struck')], default='confirmed', max_length=20)),
                ('is_gone', models.BooleanField(default=False)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('at', models.DateTimeField(auto_now=True)),
            ],
            options={
                'verbose_name': 'mention',
                'verbose_name_plural': 'mentions',
                'ordering': ['pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('organisation__isnull', True), ('person__isnull', False)), models.Q(('organisation__isnull', False), ('person__isnull', True)), _connector='OR'), name='mention_of_exactly_one'), models.UniqueConstraint(condition=models.Q(('person__isnull', False)), fields=('article', 'person', 'words'), name='mention_person_once'), models.UniqueConstraint(condition=models.Q(('organisation__isnull', False)), fields=('article', 'organisation', 'words'), name='mention_organisation_once')],
            },
        ),
        migrations.CreateModel(
            name='PendingChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pending_changes', to='articles.article')),
                ('kind', models.CharField(help_text='app_label.model_name', max_length=60)),
                ('object_id', models.BigIntegerField()),
                ('label', models.CharField(max_length=300)),
                ('field', models.CharField(blank=True, max_length=60)),
                ('quotation', models.ForeignKey(help_text='The sentence it was typed from, if any.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.quotation')),
                ('old', models.JSONField(null=True)),
                ('new', models.JSONField(null=True)),
                ('state', models.CharField(choices=[('waiting', 'waiting'), ('applied', 'applied'), ('question', 'question'), ('dropped', 'dropped')], default='waiting', max_length=20)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': 'waiting change',
                'verbose_name_plural': 'waiting changes',
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'dropped'), _negated=True), fields=('article', 'kind', 'object_id', 'field'), name='pending_change_once')],
                'indexes': [models.Index(fields=['kind', 'object_id'], name='pending_change_of_row')],
            },
        ),
        migrations.CreateModel(
            name='Tagging',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tag', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='taggings', to='articles.tag')),
                ('content_object', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='taggings', to='articles.article')),
                ('order', models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                'ordering': ['order'],
                'constraints': [models.UniqueConstraint(fields=('tag', 'content_object'), name='tagging_once')],
            },
        ),
        migrations.CreateModel(
            name='ScheduledAct',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('act', models.CharField(choices=[('publish', 'publish'), ('take down', 'take down')], max_length=20, verbose_name='act')),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='scheduled_acts', to='articles.article')),
                ('why', models.CharField(blank=True, max_length=300, verbose_name='why')),
                ('due_at', models.DateTimeField(db_index=True, verbose_name='due')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('state', models.CharField(choices=[('waiting', 'waiting'), ('done', 'done'), ('question', 'question'), ('cancelled', 'cancelled')], default='waiting', max_length=20, verbose_name='state')),
                ('attempts', models.PositiveIntegerField(default=0)),
                ('try_at', models.DateTimeField(db_index=True)),
                ('error', models.TextField(blank=True)),
                ('done_at', models.DateTimeField(null=True)),
            ],
            options={
                'verbose_name': 'scheduled act',
                'verbose_name_plural': 'scheduled acts',
                'ordering': ['due_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Revision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('article', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='revisions', to='articles.article')),
                ('number', models.PositiveIntegerField(editable=False)),
                ('base', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='articles.revision')),
                ('headline', models.CharField(max_length=200, verbose_name='headline')),
                ('short_headline', models.CharField(blank=True, help_text='For lists and phones.', max_length=80, verbose_name='short headline')),
                ('standfirst', models.TextField(blank=True, max_length=600, verbose_name='standfirst')),
                ('body', models.TextField(blank=True, verbose_name='body')),
                ('dateline', models.CharField(blank=True, help_text='The place: Xi’an.', max_length=100, verbose_name='dateline')),
                ('day', models.DateField(blank=True, help_text='The day the words are of. Empty: the day of publication.', null=True, verbose_name='day')),
                ('section', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='revisions', to='articles.section', verbose_name='section')),
                ('lead_image', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='leads', to='articles.image', verbose_name='picture')),
                ('lead_caption', models.CharField(blank=True, help_text='Empty: the caption of the picture.', max_length=500, verbose_name='caption here')),
                ('source_credit', models.CharField(blank=True, help_text='With information from …', max_length=200, verbose_name='source credit')),
                ('by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('at', models.DateTimeField(auto_now_add=True, verbose_name='saved')),
                ('words_in_body', models.PositiveIntegerField(default=0, editable=False)),
            ],
            options={
                'verbose_name': 'revision',
                'verbose_name_plural': 'revisions',
                'ordering': ['article', 'number'],
                'constraints': [models.UniqueConstraint(fields=('article', 'number'), name='revision_number_once')],
            },
        ),
        migrations.CreateModel(
            name='Illustration',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revision', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='illustrations', to='articles.revision')),
                ('image', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='illustrations', to='articles.image', verbose_name='image')),
            ],
            options={
                'verbose_name': 'picture in the text',
                'verbose_name_plural': 'pictures in the text',
                'constraints': [models.UniqueConstraint(fields=('revision', 'image'), name='illustration_once')],
            },
        ),
        migrations.CreateModel(
            name='Publication',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='publications', to='articles.article')),
                ('revision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='publications', to='articles.revision')),
                ('since', models.DateTimeField(verbose_name='since')),
                ('until', models.DateTimeField(null=True, verbose_name='until')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('rendered', models.JSONField(default=dict)),
            ],
            options={
                'verbose_name': 'publication',
                'verbose_name_plural': 'publications',
                'ordering': ['since', 'pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('until', None)), fields=('article',), name='publication_one_open'), models.CheckConstraint(condition=models.Q(('until', None), ('until__gte', models.F('since')), _connector='OR'), name='publication_ends_after_it_begins')],
            },
        ),
        migrations.CreateModel(
            name='RevisionContributor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revision', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='contributor_rows', to='articles.revision')),
                ('contributor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='revision_rows', to='articles.contributor')),
                ('order', models.PositiveSmallIntegerField()),
            ],
            options={
                'ordering': ['order'],
                'constraints': [models.UniqueConstraint(fields=('revision', 'contributor'), name='revision_contributor_once')],
            },
        ),
        migrations.CreateModel(
            name='RevisionTag',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revision', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tag_rows', to='articles.revision')),
                ('tag', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='revision_rows', to='articles.tag')),
                ('order', models.PositiveSmallIntegerField()),
            ],
            options={
                'ordering': ['order'],
                'constraints': [models.UniqueConstraint(fields=('revision', 'tag'), name='revision_tag_once')],
            },
        ),
        migrations.AddField(
            model_name='article',
            name='live',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='articles.revision'),
        ),
        migrations.AddField(
            model_name='article',
            name='contributors',
            field=models.ManyToManyField(related_name='articles', through='articles.Byline', to='articles.contributor'),
        ),
        migrations.AddField(
            model_name='article',
            name='draft',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='articles.revision'),
        ),
        migrations.AddField(
            model_name='article',
            name='tags',
            field=taggit.managers.TaggableManager(blank=True, help_text='A comma-separated list of tags.', through='articles.Tagging', to='articles.Tag', verbose_name='Tags'),
        ),
        migrations.AddField(
            model_name='scheduledact',
            name='revision',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='articles.revision'),
        ),
        migrations.AddField(
            model_name='revision',
            name='tags',
            field=models.ManyToManyField(related_name='revisions', through='articles.RevisionTag', to='articles.tag'),
        ),
        migrations.AddField(
            model_name='revision',
            name='contributors',
            field=models.ManyToManyField(related_name='revisions', through='articles.RevisionContributor', to='articles.contributor'),
        ),
        migrations.AddConstraint(
            model_name='article',
            constraint=models.CheckConstraint(condition=models.Q(('is_public', False), models.Q(('first_public_at__isnull', False), ('live__isnull', False), ('slug__isnull', False)), _connector='OR'), name='article_public_is_whole'),
        ),
        migrations.AddConstraint(
            model_name='scheduledact',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('act', 'publish'), _negated=True), ('revision__isnull', False), _connector='OR'), name='scheduled_publication_names_its_revision'),
        ),
    ]
