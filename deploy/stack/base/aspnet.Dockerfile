# Stands in for mcr.microsoft.com/dotnet/aspnet, the chiseled one: this machine's runtime, the user and the variables of the
# real one, and no shell.
FROM localhost/joonbi-stack-debian
ENV APP_UID=1654 ASPNETCORE_HTTP_PORTS=8080 DOTNET_RUNNING_IN_CONTAINER=true
COPY runtime /usr/share/dotnet
RUN ln -s /usr/share/dotnet/dotnet /usr/bin/dotnet && groupadd --gid=$APP_UID app && useradd --no-log-init --uid=$APP_UID --gid=$APP_UID --create-home app
RUN rm -f /bin/sh /bin/bash /bin/dash /usr/bin/apt-get /usr/bin/curl
USER $APP_UID
