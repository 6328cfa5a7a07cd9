docker run --user 1000:1000 -u app:staff registry.example/x
docker run --user=app:staff registry.example/x
chown -Ru app:staff /srv
date -u +%H:%M:%S
journalctl -u kubelet --since 10:00
openssl s_client -u https://10.0.0.1:6443
curl -u "$USER:$PASSWORD" https://10.0.0.1
curl -u admin:${PASSWORD} --user admin: https://10.0.0.1
etcdctl --user root get /
nc -u 10.0.0.1:53
mkdir -p /var/lib/kubelet
sort -u
token-reader:x
docker login --password-stdin -u bob -p "$PASSWORD"
