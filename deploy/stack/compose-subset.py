"""Prints a Compose file without what docker-compose 1.29 does not know: a shorter word for the same thing, or a convenience of newer versions."""
import sys
import yaml

document = yaml.safe_load(open(sys.argv[1], encoding="utf-8"))
document.pop("name", None)
for service in (document.get("services") or {}).values():
    service.pop("develop", None)
    (service.get("healthcheck") or {}).pop("start_interval", None)
# podman names its own way of giving out addresses, which docker-compose would take for a change.
for network in (document.get("networks") or {}).values():
    if network and "ipam" in network:
        network["ipam"]["options"] = {"driver": "host-local"}
yaml.safe_dump(document, sys.stdout, allow_unicode=True, sort_keys=False)
