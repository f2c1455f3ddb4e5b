"""Units (cơ quan, đơn vị) that settle dossiers and are scored."""

from dataclasses import dataclass
from enum import StrEnum

DEMONSTRATION_PROVINCE = "H99"  # no real province has it


class UnitKind(StrEnum):
    """Units are ranked among those of their own kind."""

    COMMUNE = "commune"  # xã, phường, đặc khu
    DEPARTMENT = "department"  # sở, ban, ngành


@dataclass(frozen=True, slots=True)
class Unit:
    code: str  # mã định danh, such as H99.11
    name: str
    kind: UnitKind

    @property
    def is_demonstration(self) -> bool:
        return self.code.partition(".")[0] == DEMONSTRATION_PROVINCE
