# Planets pull at each other: float arithmetic on attributes of a few objects.
import sys


class Body:
    def __init__(self, x, y, z, vx, vy, vz, mass):
        self.x, self.y, self.z = x, y, z
        self.vx, self.vy, self.vz = vx, vy, vz
        self.mass = mass


def advance(bodies, step):
    for i, one in enumerate(bodies):
        for other in bodies[i + 1 :]:
            dx, dy, dz = one.x - other.x, one.y - other.y, one.z - other.z
            pull = step / (dx * dx + dy * dy + dz * dz) ** 1.5
            one.vx -= dx * other.mass * pull
            one.vy -= dy * other.mass * pull
            one.vz -= dz * other.mass * pull
            other.vx += dx * one.mass * pull
            other.vy += dy * one.mass * pull
            other.vz += dz * one.mass * pull
    for body in bodies:
        body.x += step * body.vx
        body.y += step * body.vy
        body.z += step * body.vz


def run(n):
    bodies = [
        Body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 39.5),
        Body(4.8, -1.2, -0.1, 0.6, 2.8, -0.02, 0.038),
        Body(8.3, 4.1, -0.4, -1.0, 1.8, 0.008, 0.011),
        Body(12.9, -15.1, -0.2, 1.1, 0.9, -0.01, 0.0017),
    ]
    for _ in range(n):
        advance(bodies, 0.01)
    return bodies[0].x


print(f"{run(int(sys.argv[1])):.6f}")
