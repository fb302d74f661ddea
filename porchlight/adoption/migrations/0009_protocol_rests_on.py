from django.db import migrations, models

# What was typed so far becomes the definition whose fingerprint it carries.
CITED = """
  SELECT set_config('pl.migration_window', 'open', true);
  UPDATE adoption_protocol_version AS v SET definition = d.id FROM adoption_definition AS d
    WHERE d.county = v.county AND d.in_force_at IS NOT NULL AND strpos(v.definition_standing, d.fingerprint) > 0;
  SELECT set_config('pl.migration_window', '', true);
"""


class Migration(migrations.Migration):

    dependencies = [
        ('adoption', '0008_picture'),
    ]

    operations = [
        migrations.AddField(
            model_name='protocolversion',
            name='definition',
            field=models.UUIDField(null=True),
        ),
        migrations.RunSQL(CITED, reverse_sql=migrations.RunSQL.noop),
        migrations.RemoveField(
            model_name='protocolversion',
            name='definition_standing',
        ),
    ]
