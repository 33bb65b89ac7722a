"""Teams hold standups: who is asked, what they answer, what they are still writing.

Revision ID: 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "standup_answers",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("ticks", sa.JSON(), nullable=False),
        sa.Column("given", sa.JSON(), nullable=False),
        sa.Column("same_as", sa.Date(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("shown_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace", "team"],
            ["teams.workspace", "teams.id"],
            name=op.f("fk_standup_answers_teams"),
        ),
        sa.PrimaryKeyConstraint(
            "workspace", "team", "person", "date", name=op.f("pk_standup_answers")
        ),
    )
    op.create_index(
        "ix_standup_answers_workspace_team_date",
        "standup_answers",
        ["workspace", "team", "date"],
        unique=False,
    )
    op.create_table(
        "standup_drafts",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("pieces", sa.Integer(), nullable=False),
        sa.Column("thread", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("team", sa.Text(), nullable=True),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace"], ["workspaces.id"], name=op.f("fk_standup_drafts_workspaces")
        ),
        sa.PrimaryKeyConstraint("workspace", "id", name=op.f("pk_standup_drafts")),
    )
    op.create_index(
        "ix_standup_drafts_workspace_person_state",
        "standup_drafts",
        ["workspace", "person", "state"],
        unique=False,
    )
    op.create_table(
        "standup_prompts",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("absence", sa.Text(), nullable=True),
        sa.Column("reminded", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace", "team"],
            ["teams.workspace", "teams.id"],
            name=op.f("fk_standup_prompts_teams"),
        ),
        sa.PrimaryKeyConstraint(
            "workspace", "team", "person", "date", name=op.f("pk_standup_prompts")
        ),
    )
    op.create_index(
        "ix_standup_prompts_workspace_person_ends_at",
        "standup_prompts",
        ["workspace", "person", "ends_at"],
        unique=False,
    )
    op.create_index(
        "ix_standup_prompts_workspace_team_date",
        "standup_prompts",
        ["workspace", "team", "date"],
        unique=False,
    )
    op.create_table(
        "standup_summaries",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace", "team"],
            ["teams.workspace", "teams.id"],
            name=op.f("fk_standup_summaries_teams"),
        ),
        sa.PrimaryKeyConstraint("workspace", "team", "date", name=op.f("pk_standup_summaries")),
    )
    op.create_table(
        "standup_waits",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("blocker", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace", "blocker"],
            ["blockers.workspace", "blockers.id"],
            name=op.f("fk_standup_waits_blockers"),
        ),
        sa.PrimaryKeyConstraint(
            "workspace", "team", "person", "date", "blocker", name=op.f("pk_standup_waits")
        ),
    )
