"""A team's corrections teach the reader, and colleagues may point at a message that is a wait.

Revision ID: 0008
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.create_table(
        "vocabulary",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("taught_by", sa.Text(), nullable=False),
        sa.Column("meaning", sa.Text(), nullable=False),
        sa.Column("blocker", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace", "team"],
            ["teams.workspace", "teams.id"],
            name=op.f("fk_vocabulary_teams"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace", "blocker"],
            ["blockers.workspace", "blockers.id"],
            name=op.f("fk_vocabulary_blockers"),
        ),
        sa.PrimaryKeyConstraint(
            "workspace", "team", "kind", "words", "taught_by", name=op.f("pk_vocabulary")
        ),
    )
    op.create_table(
        "signals",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("reaction", sa.Text(), nullable=False),
        sa.Column("set_by", sa.Text(), nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace", "team"],
            ["teams.workspace", "teams.id"],
            name=op.f("fk_signals_teams"),
        ),
        sa.PrimaryKeyConstraint("workspace", "team", name=op.f("pk_signals")),
    )
    op.create_table(
        "suggestions",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace"], ["workspaces.id"], name=op.f("fk_suggestions_workspaces")
        ),
        sa.PrimaryKeyConstraint("workspace", "id", name=op.f("pk_suggestions")),
        sa.UniqueConstraint(
            "workspace",
            "channel",
            "message",
            name=op.f("uq_suggestions_workspace_channel_message"),
        ),
    )
