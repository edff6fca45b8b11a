# Stands in for certbot/certbot: there is no certificate authority to ask here, so it only says what it was asked.
FROM localhost/joonbi-stack-debian
RUN printf '#!/bin/sh\necho "certbot $*"\n' > /usr/local/bin/certbot && chmod +x /usr/local/bin/certbot
ENTRYPOINT ["certbot"]
