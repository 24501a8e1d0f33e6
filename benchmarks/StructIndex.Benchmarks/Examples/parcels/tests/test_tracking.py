from service.storage.memory import MemoryParcelStore
from service.tracking import Tracker


def test_last_position_is_the_depot_of_the_last_scan():
    tracker = Tracker(MemoryParcelStore())
    tracker.record_scan(1, "north", 0)
    assert tracker.last_position(1) == "north"


def test_a_parcel_without_scans_has_no_position():
    assert Tracker(MemoryParcelStore()).last_position(1) is None
