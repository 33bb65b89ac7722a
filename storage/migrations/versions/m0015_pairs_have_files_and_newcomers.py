"""Pairs get calendar files, each of them once; newcomers are welcomed by a partner.

Revision ID: 0015
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    op.create_table(
        "pair_files",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("pairing", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace", "pairing"],
            ["pairings.workspace", "pairings.id"],
            name=op.f("fk_pair_files_pairings"),
        ),
        sa.PrimaryKeyConstraint(
            "workspace", "pairing", "channel", "starts_at", name=op.f("pk_pair_files")
        ),
    )
    op.create_table(
        "pair_welcomes",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("circle", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace", "circle"],
            ["pair_circles.workspace", "pair_circles.id"],
            name=op.f("fk_pair_welcomes_pair_circles"),
        ),
        sa.PrimaryKeyConstraint("workspace", "circle", "person", name=op.f("pk_pair_welcomes")),
    )
