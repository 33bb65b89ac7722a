"""The functions that a wait can be on: their ids, and what they are called until a team renames."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeAlias

FunctionId: TypeAlias = str  # teams add their own, so it is no closed set

OTHER: FunctionId = "other"

FUNCTIONS: Mapping[FunctionId, str] = MappingProxyType(
    {
        "data_engineering": "Data engineering",
        "ml_engineering": "ML engineering",
        "devops_platform": "DevOps / platform",
        "data_access": "Data access",
        "frontend": "Frontend",
        "backend_product_eng": "Backend / product engineering",
        "product_decision": "Product decision",
        "code_review": "Code review",
        "compute_gpu": "Compute / GPU",
        "external_vendor": "External vendor",
        "legal_security_privacy": "Legal, security, privacy",
        "labeling": "Labeling",
        OTHER: "Something else",
    }
)
