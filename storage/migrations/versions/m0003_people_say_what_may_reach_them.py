"""People say when they work and what may reach them; what waits for their morning is kept.

Revision ID: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("people", sa.Column("away_until", sa.Date(), nullable=True))
    op.create_table(
        "profiles",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("starts", sa.Text(), nullable=True),
        sa.Column("ends", sa.Text(), nullable=True),
        sa.Column("days", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("off", sa.JSON(), nullable=True),
        sa.Column("away", sa.JSON(), nullable=True),
        sa.Column("paused", sa.JSON(), nullable=True),
        sa.Column("skills", sa.JSON(), nullable=True),
        sa.Column("muted", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace"], ["workspaces.id"], name=op.f("fk_profiles_workspaces")
        ),
        sa.PrimaryKeyConstraint("workspace", "person", name=op.f("pk_profiles")),
    )
    op.create_table(
        "nudges",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("usefulness", sa.Integer(), nullable=False),
        sa.Column("by_name", sa.Boolean(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("day", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace"], ["workspaces.id"], name=op.f("fk_nudges_workspaces")
        ),
        sa.PrimaryKeyConstraint("workspace", "id", name=op.f("pk_nudges")),
        sa.UniqueConstraint(
            "workspace",
            "person",
            "kind",
            "subject",
            name=op.f("uq_nudges_workspace_person_kind_subject"),
        ),
    )
    op.create_index(
        "ix_nudges_workspace_person_said_at", "nudges", ["workspace", "person", "said_at"]
    )
    for name, columns, state in (
        ("ix_nudges_waiting", ["workspace", "due_at"], "waiting"),
        ("ix_nudges_kept", ["workspace", "person"], "kept"),
    ):
        only = sa.text(f"state = '{state}'")
        op.create_index(name, "nudges", columns, sqlite_where=only, postgresql_where=only)
    op.create_table(
        "morning_parts",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("leads", sa.Boolean(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace"], ["workspaces.id"], name=op.f("fk_morning_parts_workspaces")
        ),
        sa.PrimaryKeyConstraint(
            "workspace", "person", "day", "part", "subject", name=op.f("pk_morning_parts")
        ),
    )
    still = sa.text("left_at IS NULL")
    op.create_index(
        "ix_morning_parts_waiting",
        "morning_parts",
        ["workspace", "at"],
        sqlite_where=still,
        postgresql_where=still,
    )
