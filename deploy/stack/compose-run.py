"""Reads a resolved Compose file; prints the options of `podman run` for a one-off container of a service, quoted for a shell.

    compose-run.py SERVICE [COMMAND…]

docker-compose 1.29 would link a one-off container to the service's others, and podman knows no links.
"""
import shlex
import sys
import yaml

document = yaml.safe_load(sys.stdin)
service = document["services"][sys.argv[1]]
words = ["--read-only"] if service.get("read_only") else []
for name, value in (service.get("environment") or {}).items():
    words += ["--env", f"{name}={'' if value is None else value}"]
for volume in service.get("volumes") or []:
    words += ["--volume", volume]
for path in service.get("tmpfs") or []:
    words += ["--tmpfs", path]
for capability in service.get("cap_drop") or []:
    words += ["--cap-drop", capability.lower()]
for option in service.get("security_opt") or []:
    words += ["--security-opt", option.replace(":true", "")]
networks = service.get("networks") or []
print(" ".join(shlex.quote(f"joonbi-studio_{network}") for network in networks))
print(" ".join(shlex.quote(word) for word in words))
command = sys.argv[2:] or service.get("command") or []
print(" ".join(shlex.quote(word) for word in ["docker.io/library/" + service["image"], *command]))
