"""Things recur for a team; who administers the workspace may decide for it.

Revision ID: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column(
        "people", sa.Column("admin", sa.Boolean(), server_default=sa.false(), nullable=False)
    )
    op.create_table(
        "rhythms",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("feature", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("settings", sa.JSON(), nullable=False),
        sa.Column("on", sa.Boolean(), nullable=False),
        sa.Column("turned_by", sa.Text(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("next_due", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace", "team"], ["teams.workspace", "teams.id"], name=op.f("fk_rhythms_teams")
        ),
        sa.PrimaryKeyConstraint("workspace", "team", "feature", name=op.f("pk_rhythms")),
    )
    op.create_index(
        "ix_rhythms_workspace_on_next_due",
        "rhythms",
        ["workspace", "on", "next_due"],
        unique=False,
    )
    op.create_table(
        "participants",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("feature", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("takes_part", sa.Boolean(), nullable=False),
        sa.Column("away_until", sa.Date(), nullable=True),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace", "team"],
            ["teams.workspace", "teams.id"],
            name=op.f("fk_participants_teams"),
        ),
        sa.PrimaryKeyConstraint(
            "workspace", "team", "feature", "person", name=op.f("pk_participants")
        ),
    )
    op.create_table(
        "occurrences",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("feature", sa.Text(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("settings", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace", "team"],
            ["teams.workspace", "teams.id"],
            name=op.f("fk_occurrences_teams"),
        ),
        sa.PrimaryKeyConstraint("workspace", "id", name=op.f("pk_occurrences")),
        sa.UniqueConstraint(
            "workspace",
            "team",
            "feature",
            "date",
            name=op.f("uq_occurrences_workspace_team_feature_date"),
        ),
    )
    op.create_index(
        "ix_occurrences_workspace_team_feature_state",
        "occurrences",
        ["workspace", "team", "feature", "state"],
        unique=False,
    )
