"""Accounts on code hosts are proposed by e-mail, and linked by a tap.

Revision ID: 0014
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    op.create_table(
        "account_searches",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("host", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("asked", sa.Boolean(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("login", sa.Text(), nullable=True),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace"], ["workspaces.id"], name=op.f("fk_account_searches_workspaces")
        ),
        sa.PrimaryKeyConstraint("workspace", "host", "person", name=op.f("pk_account_searches")),
    )
    op.create_index(
        "ix_account_searches_looking",
        "account_searches",
        ["workspace", "due_at"],
        sqlite_where=sa.text("state = 'looking'"),
        postgresql_where=sa.text("state = 'looking'"),
    )
