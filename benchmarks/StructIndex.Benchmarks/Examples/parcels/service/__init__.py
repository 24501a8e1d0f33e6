"""Parcels: prices, labels, routes and tracking."""

from .labels import render_label
from .pricing import price_of, surcharge_for_weight
from .routing import shortest_route
from .tracking import Tracker
