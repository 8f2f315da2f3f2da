# SPDX-License-Identifier: MIT
"""What is a keeper to make hold, and what of it was this one not told yet? Asked and told by two threads."""

import threading

from rideau.keeper.message import Fields, Lease, Orders, Type, lease_fields, orders_fields

Said = tuple[Type, Fields]


class Wishes:
    """Hold the latest orders and leases. Any thread."""

    def __init__(self, base: Orders) -> None:
        """Wish for nothing; ``base`` is ordered where leases alone need a keeper."""
        self._base = base
        self._lock = threading.Lock()
        self._is_gate_open = False
        self._orders: Orders | None = None
        self._leases: dict[str, Lease] = {}
        self._told_orders: Orders | None = None
        self._told_leases: dict[str, Lease] = {}

    @property
    def are_any(self) -> bool:
        """Tell whether a keeper is wanted."""
        return self._is_gate_open or bool(self._leases)

    def open(self) -> None:
        """Want a gate; what it is to close is said by ``hold`` in a moment, and browsers stand in line until then."""
        with self._lock:
            self._is_gate_open = True

    def hold(self, orders: Orders) -> None:
        """Want ``orders`` to hold."""
        with self._lock:
            self._is_gate_open, self._orders = True, orders

    def close(self) -> None:
        """Want no gate."""
        with self._lock:
            self._is_gate_open, self._orders = False, None

    def clear(self) -> None:
        """Want nothing."""
        with self._lock:
            self._is_gate_open, self._orders = False, None
            self._leases = {}

    def lease(self, lease: Lease) -> None:
        """Want these processes continued should this one be gone."""
        with self._lock:
            self._leases = {**self._leases, lease.id: lease}

    def release(self, lease_id: str) -> None:
        """Want them left alone again."""
        with self._lock:
            self._leases = {id_: lease for id_, lease in self._leases.items() if id_ != lease_id}

    def begin_anew(self) -> None:
        """Take it that the keeper knows nothing: it is another one."""
        self._told_orders, self._told_leases = None, {}

    def news(self) -> tuple[Said, ...] | None:
        """Return what the keeper was not told yet, and take it for told; None when none is wanted."""
        with self._lock:
            if not self.are_any:
                return None
            orders, leases = self._orders or (None if self._is_gate_open else self._base), self._leases
        saying: list[Said] = []
        if orders is not None and orders != self._told_orders:
            saying.append((Type.ORDERS, orders_fields(orders)))
            self._told_orders = orders
        told = self._told_leases
        saying += [(Type.LEASE, lease_fields(each)) for id_, each in leases.items() if told.get(id_) != each]
        saying += [(Type.RELEASE, {"id": id_}) for id_ in told if id_ not in leases]
        self._told_leases = leases
        return tuple(saying)
