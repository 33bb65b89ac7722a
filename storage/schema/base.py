"""What every table is made with: one metadata, and the workspace that each tenant's row names."""

from sqlalchemy import BigInteger, Column, ForeignKeyConstraint, Integer, MetaData, Text

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

# SQLite counts rows by itself only in a column that is exactly INTEGER.
Sequence = BigInteger().with_variant(Integer, "sqlite")


def workspace() -> Column[str]:
    return Column("workspace", Text, nullable=False)


def of_workspace() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["workspace"], ["workspaces.id"])


def of_team() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["workspace", "team"], ["teams.workspace", "teams.id"])
