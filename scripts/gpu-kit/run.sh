#!/usr/bin/env bash
# Runs the kit on a Linux machine with a card, in a folder that holds some of its parts. Parts may come one after the other: each
# call keeps those that are there, and the first that has all of them unpacks and runs.
#
# KIT      where parts are kept and unpacked (/opt/mixup-kit)
# OUT      where results go (the folder of this file)
# STEPS    which of bench,conformance,studies to run, in this order (all)
# GRAPHICS what draws (found by trying)
set -eu
here=$(cd "$(dirname "$0")" && pwd)
kit=${KIT:-/opt/mixup-kit}
export OUT=${OUT:-$here}
mkdir -p "$kit" "$OUT"
cp "$here"/kit.part-* "$kit/" 2>/dev/null || true
count=$(find "$kit" -name 'kit.part-*' | sed 's/.*-of-//' | sort -u | tail -n 1)
have=$(find "$kit" -name "kit.part-*-of-$count" | wc -l)
if [ "$have" -lt "${count:-1}" ]; then
  echo "Kept $have of ${count:-?} parts."
  exit 0
fi
if [ ! -d "$kit/kit/site" ]; then
  for n in $(seq "$count"); do cat "$kit/kit.part-$n-of-$count"; done | tar --extract --xz --directory "$kit"
fi
# Where container images put the driver's own descriptions.
for icd in /usr/local/nvidia/share/vulkan/icd.d/nvidia_icd.json; do
  if [ -f "$icd" ]; then export VK_DRIVER_FILES=$icd VK_ICD_FILENAMES=$icd; fi
done
for vendor in /usr/local/nvidia/share/glvnd/egl_vendor.d/10_nvidia.json; do
  if [ -f "$vendor" ]; then export __EGL_VENDOR_LIBRARY_FILENAMES=$vendor; fi
done
# The libraries are the browser's: Node and the system's programs keep their own.
cat >"$kit/kit/chromium.sh" <<START
#!/bin/sh
LD_LIBRARY_PATH="$kit/kit/lib:\${LD_LIBRARY_PATH:-}" exec "$kit/kit/chromium/chromium-headless-shell" "\$@"
START
chmod +x "$kit/kit/chromium.sh"
export CHROMIUM_PATH=$kit/kit/chromium.sh
cd "$kit/kit/site"
exec node_modules/node/bin/node scripts/gpu-kit/on-the-card.ts
