"""A wait that falls silent is asked about, and one that comes back is spoken about.

Revision ID: 0006
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

# Waits of before are looked at as well, or nobody would ever ask about them.
_LOOK_AT_WHAT_IS_OPEN = """
INSERT INTO follow_ups (workspace, blocker, what, due_at)
SELECT workspace, id, 'look', reported_at FROM blockers WHERE state IN ('open', 'in_hand')
"""


def upgrade() -> None:
    op.create_table(
        "follow_ups",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("blocker", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace", "blocker"],
            ["blockers.workspace", "blockers.id"],
            name=op.f("fk_follow_ups_blockers"),
        ),
        sa.PrimaryKeyConstraint("workspace", "blocker", "what", name=op.f("pk_follow_ups")),
    )
    op.create_index(
        "ix_follow_ups_planned",
        "follow_ups",
        ["workspace", "due_at"],
        unique=False,
        sqlite_where=sa.text("done_at IS NULL"),
        postgresql_where=sa.text("done_at IS NULL"),
    )
    op.execute(_LOOK_AT_WHAT_IS_OPEN)
    op.create_table(
        "topics",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("function", sa.Text(), nullable=False),
        sa.Column("blockers", sa.JSON(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace", "team"], ["teams.workspace", "teams.id"], name=op.f("fk_topics_teams")
        ),
        sa.PrimaryKeyConstraint("workspace", "id", name=op.f("pk_topics")),
    )
    op.create_index(
        "ix_topics_workspace_team_at", "topics", ["workspace", "team", "at"], unique=False
    )
