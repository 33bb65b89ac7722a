"""People take turns in pairs, and say whether they met.

Revision ID: 0013
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.create_table(
        "pair_circles",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("team", sa.Text(), nullable=True),
        sa.Column("rounds", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace", "team"],
            ["teams.workspace", "teams.id"],
            name=op.f("fk_pair_circles_teams"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace"], ["workspaces.id"], name=op.f("fk_pair_circles_workspaces")
        ),
        sa.PrimaryKeyConstraint("workspace", "id", name=op.f("pk_pair_circles")),
    )
    op.create_table(
        "pair_seats",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("circle", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("slot", sa.Integer(), nullable=False),
        sa.Column("joined", sa.Integer(), nullable=False),
        sa.Column("byes", sa.Integer(), nullable=False),
        sa.Column("last_bye", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace", "circle"],
            ["pair_circles.workspace", "pair_circles.id"],
            name=op.f("fk_pair_seats_pair_circles"),
        ),
        sa.PrimaryKeyConstraint("workspace", "circle", "person", name=op.f("pk_pair_seats")),
    )
    op.create_table(
        "pair_rounds",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("circle", sa.Text(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("inputs", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace", "circle"],
            ["pair_circles.workspace", "pair_circles.id"],
            name=op.f("fk_pair_rounds_pair_circles"),
        ),
        sa.PrimaryKeyConstraint("workspace", "id", name=op.f("pk_pair_rounds")),
        sa.UniqueConstraint(
            "workspace",
            "circle",
            "date",
            "kind",
            name=op.f("uq_pair_rounds_workspace_circle_date_kind"),
        ),
    )
    op.create_index(
        "ix_pair_rounds_workspace_state_begun_at", "pair_rounds", ["workspace", "state", "begun_at"]
    )
    op.create_table(
        "pairings",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("round", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("asks_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("relaxed", sa.Boolean(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("answered_by", sa.Text(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace", "round"],
            ["pair_rounds.workspace", "pair_rounds.id"],
            name=op.f("fk_pairings_pair_rounds"),
        ),
        sa.PrimaryKeyConstraint("workspace", "id", name=op.f("pk_pairings")),
    )
    op.create_index("ix_pairings_workspace_round", "pairings", ["workspace", "round"])
    op.create_table(
        "pair_places",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("round", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("pairing", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("bye", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace", "round"],
            ["pair_rounds.workspace", "pair_rounds.id"],
            name=op.f("fk_pair_places_pair_rounds"),
        ),
        sa.PrimaryKeyConstraint("workspace", "round", "person", name=op.f("pk_pair_places")),
    )
    op.create_index("ix_pair_places_workspace_pairing", "pair_places", ["workspace", "pairing"])
    op.create_index("ix_pair_places_workspace_person", "pair_places", ["workspace", "person"])
    op.create_table(
        "pair_meetings",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("circle", sa.Text(), nullable=False),
        sa.Column("one", sa.Text(), nullable=False),
        sa.Column("other", sa.Text(), nullable=False),
        sa.Column("met", sa.Integer(), nullable=False),
        sa.Column("met_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("made", sa.Integer(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("led", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace", "circle"],
            ["pair_circles.workspace", "pair_circles.id"],
            name=op.f("fk_pair_meetings_pair_circles"),
        ),
        sa.PrimaryKeyConstraint(
            "workspace", "circle", "one", "other", name=op.f("pk_pair_meetings")
        ),
    )
    op.create_table(
        "pair_nevers",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("other", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace"], ["workspaces.id"], name=op.f("fk_pair_nevers_workspaces")
        ),
        sa.PrimaryKeyConstraint("workspace", "person", "other", name=op.f("pk_pair_nevers")),
    )
    op.create_table(
        "pair_wishes",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("function", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace"], ["workspaces.id"], name=op.f("fk_pair_wishes_workspaces")
        ),
        sa.PrimaryKeyConstraint("workspace", "person", "function", name=op.f("pk_pair_wishes")),
    )
    op.create_table(
        "pair_people",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("across", sa.Boolean(), nullable=False),
        sa.Column("leaves_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace"], ["workspaces.id"], name=op.f("fk_pair_people_workspaces")
        ),
        sa.PrimaryKeyConstraint("workspace", "person", name=op.f("pk_pair_people")),
    )
    op.create_table(
        "pair_needs",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("circle", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace", "circle"],
            ["pair_circles.workspace", "pair_circles.id"],
            name=op.f("fk_pair_needs_pair_circles"),
        ),
        sa.PrimaryKeyConstraint(
            "workspace", "circle", "kind", "subject", name=op.f("pk_pair_needs")
        ),
    )
