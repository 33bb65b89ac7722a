"""What is counted, for Prometheus; numbers and kinds only."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram


class Metrics:
    """One registry for one process; made by the roof."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.knocks = Counter(
            "pinwheel_knocks_total", "What Slack sent", ["kind", "outcome"], registry=self.registry
        )
        self.answer_seconds = Histogram(
            "pinwheel_answer_seconds",
            "From the request to its answer",
            ["kind"],
            buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5),
            registry=self.registry,
        )
        self.letters = Counter(
            "pinwheel_letters_total",
            "Letters by what became of them",
            ["outcome"],
            registry=self.registry,
        )
        self.sockets = Gauge(
            "pinwheel_sockets", "Socket Mode connections that receive", registry=self.registry
        )
        self.ready = Gauge("pinwheel_ready", "1 while receiving", registry=self.registry)

    def letter(self, outcome: str) -> None:
        self.letters.labels(outcome).inc()
