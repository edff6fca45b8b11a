"""Reads a resolved Compose file; prints, for each image to build, the options of buildah, quoted for a shell."""
import os
import shlex
import sys
import yaml

services = yaml.safe_load(sys.stdin)["services"]
wanted = [name for name in sys.argv[1:] if not name.startswith("-")] or list(services)
done = set()
for name in wanted:
    service = services[name]
    build = service.get("build")
    if not build or service["image"] in done:
        continue
    done.add(service["image"])
    build = {"context": build} if isinstance(build, str) else build
    options = ["-t", "docker.io/library/" + service["image"], "-f", os.path.join(build["context"], build.get("dockerfile", "Dockerfile"))]
    for key, value in (build.get("args") or {}).items():
        options += ["--build-arg", f"{key}={'' if value is None else value}"]
    print(" ".join(shlex.quote(option) for option in options + [build["context"]]))
