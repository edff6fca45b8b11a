# Stands in for mcr.microsoft.com/dotnet/runtime-deps, the chiseled one: what a program needs beside itself, and no shell.
FROM localhost/joonbi-stack-debian
ENV APP_UID=1654 ASPNETCORE_HTTP_PORTS=8080 DOTNET_RUNNING_IN_CONTAINER=true
RUN groupadd --gid=$APP_UID app && useradd --no-log-init --uid=$APP_UID --gid=$APP_UID --create-home app
RUN rm -f /bin/sh /bin/bash /bin/dash /usr/bin/apt-get /usr/bin/curl
USER $APP_UID
