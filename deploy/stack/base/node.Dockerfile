# Stands in for node: this machine's own. Node reads no certificates but its own unless told.
FROM localhost/joonbi-stack-debian
ENV NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt
COPY node /usr/local
