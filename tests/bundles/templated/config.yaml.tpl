apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
{{- if .Values.hardened }}
readOnlyPort: 0
{{- else }}
readOnlyPort: 10255
{{- end }}
authentication:
  anonymous:
    enabled: {{ .Values.anonymous }}
clusterDNS:
- {{ .Values.dns }}
eventRecordQPS: 0
