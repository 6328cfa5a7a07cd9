#!/bin/sh
kubeadm join 10.0.0.1:6443 --token canary.0123456789abcdef --certificate-key canary0123456789abcdef
curl -H "Authorization: Bearer canary-bearer" https://10.0.0.1:6443/api
curl -H 'Authorization: Basic Y2FuYXJ5OmNhbmFyeQ==' https://10.0.0.1
export TOKEN=canary-script
git clone https://ghp_canarycanarycanarycanary0123@forge.example/x.git
echo eyJhbGciOiAiUlMyNTYiLCAia2lkIjogImsifQ.eyJzdWIiOiAic3lzdGVtOnNlcnZpY2VhY2NvdW50OmRlZmF1bHQ6ZGVmYXVsdCIsICJ4IjogMX0.Canary_Canary-Canary0123456789
