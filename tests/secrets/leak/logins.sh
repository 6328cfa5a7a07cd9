#!/bin/sh
curl -u admin:canary-plain https://10.0.0.1/api
curl -sku 'admin:canary-quoted' https://10.0.0.1
curl -uadmin:canary-joined https://10.0.0.1
curl -s \
  --user admin:canary-below \
  --proxy-user "proxy:canary-proxy" https://10.0.0.1
etcdctl --user=root:canary-etcd get /
curl -sk -H "X-Vault-Token:canary-header" https://10.0.0.1
curl -H 'authorization:Bearer canary-lower' https://10.0.0.1
curl -H PRIVATE-TOKEN:canary-private https://10.0.0.1
vault login -token canary-dash
docker login -u bob -p canary-login registry.example
sshpass -p 'canary-ssh' ssh node
kubeadm join 10.0.0.1:6443 --token \
  canary-next-line
DB_PASSWORD_2=canary-numbered
