"""The charts of dragoman: a relation over time, a matrix of dyads, a map of events and a network of ties."""

from dragoman.present.charts.events_map import draw_map
from dragoman.present.charts.matrix import draw_matrix
from dragoman.present.charts.network import draw_network
from dragoman.present.charts.relation import draw_relation
from dragoman.present.charts.save import save

__all__ = ["draw_map", "draw_matrix", "draw_network", "draw_relation", "save"]
