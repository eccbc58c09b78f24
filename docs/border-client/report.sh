#!/bin/sh
# Reports a file of movements with curl and OpenSSL 3:
#   API=https://api.example.org CLIENT=0190a0a0-… KEY=border.pem sh report.sh movements.json
set -eu
base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }

now=$(date +%s)
sha=$(openssl dgst -sha256 -r "$1" | cut -d ' ' -f 1)
header=$(printf '{"alg":"EdDSA"}' | base64url)
claims=$(printf '{"iss":"%s","aud":"%s","iat":%d,"exp":%d,"jti":"%s","body_sha256":"%s"}' \
  "$CLIENT" "$API" "$now" "$((now + 120))" "$(openssl rand -hex 16)" "$sha" | base64url)

# Ed25519 signs a file: the token's first two parts.
unsigned=$(mktemp)
trap 'rm -f "$unsigned"' EXIT
printf '%s.%s' "$header" "$claims" > "$unsigned"
signature=$(openssl pkeyutl -sign -inkey "$KEY" -rawin -in "$unsigned" | base64url)

# The same key with the same file is stored once, however often it is sent.
curl --silent --show-error --fail-with-body "$API/border/movements" \
  --header "Authorization: Bearer $header.$claims.$signature" \
  --header "Idempotency-Key: $(basename "$1")-$sha" \
  --header 'Content-Type: application/json' \
  --data-binary "@$1"
