"""Functions get owners who accept once; a wait keeps to whom it was put and what they said.

Revision ID: 0005
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    _owners()
    _causes()
    op.add_column("blockers", sa.Column("put_to", sa.Text(), nullable=True))
    op.add_column("blockers", sa.Column("put_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("blockers", sa.Column("said", sa.Text(), nullable=True))
    op.add_column("blockers", sa.Column("due", sa.Date(), nullable=True))
    op.create_index(
        "ix_blockers_workspace_put_to_state_since",
        "blockers",
        ["workspace", "put_to", "state", "since"],
        unique=False,
    )


def _owners() -> None:
    op.create_table(
        "owners",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("function", sa.Text(), nullable=False),
        sa.Column("standing", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("whom", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("asked_by", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("accepted_by", sa.Text(), nullable=True),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("muted", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace"], ["workspaces.id"], name=op.f("fk_owners_workspaces")
        ),
        sa.PrimaryKeyConstraint("workspace", "function", "standing", name=op.f("pk_owners")),
    )
    op.create_table(
        "handoffs",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("function", sa.Text(), nullable=False),
        sa.Column("marked_by", sa.Text(), nullable=False),
        sa.Column("marked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace"], ["workspaces.id"], name=op.f("fk_handoffs_workspaces")
        ),
        sa.PrimaryKeyConstraint("workspace", "function", name=op.f("pk_handoffs")),
    )


def _causes() -> None:
    op.create_table(
        "causes",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("cleared_by", sa.Text(), nullable=True),
        sa.Column("cleared_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace", "team"], ["teams.workspace", "teams.id"], name=op.f("fk_causes_teams")
        ),
        sa.PrimaryKeyConstraint("workspace", "id", name=op.f("pk_causes")),
    )
    op.create_table(
        "effects",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("blocker", sa.Text(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("joined_by", sa.Text(), nullable=False),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace", "blocker"],
            ["blockers.workspace", "blockers.id"],
            name=op.f("fk_effects_blockers"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace", "cause"],
            ["causes.workspace", "causes.id"],
            name=op.f("fk_effects_causes"),
        ),
        sa.PrimaryKeyConstraint("workspace", "blocker", name=op.f("pk_effects")),
    )
    op.create_index("ix_effects_workspace_cause", "effects", ["workspace", "cause"], unique=False)
