"""How parcels travel between depots."""

import heapq


class Route:
    def __init__(self, depots, hours):
        self.depots = depots
        self.hours = hours


def shortest_route(start, goal):
    """The fastest way through the network of depots, by Dijkstra's algorithm."""
    queue = [(0, start.name, start, [start])]
    seen = set()
    while queue:
        hours, _, depot, path = heapq.heappop(queue)
        if depot == goal:
            return Route(path, hours)
        if depot in seen:
            continue
        seen.add(depot)
        for neighbour, duration in depot.connections:
            heapq.heappush(queue, (hours + duration, neighbour.name, neighbour, path + [neighbour]))
    raise NoRouteError(start, goal)


class NoRouteError(Exception):
    """There is no connection between two depots."""

    def __init__(self, start, goal):
        super().__init__(f"no route from {start.name} to {goal.name}")
