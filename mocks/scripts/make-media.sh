#!/usr/bin/env bash
# Makes the clips that the mocks give as results: media/<ratio>-<seconds>s.mp4, H.264 that every browser plays, 360p, with the
# word MOCK, the shape and a counter of the frames in the picture. The same ffmpeg makes the same bytes.
#
# Needs ffmpeg with libx264 and drawtext, and the font DejaVu Sans Mono (Debian: apt-get install ffmpeg fonts-dejavu-core).
# The committed files are from ffmpeg 5.1.9 (Debian 12).
#
#   mocks/scripts/make-media.sh            # writes mocks/media
#   mocks/scripts/make-media.sh /tmp/clips # writes there, to compare
set -euo pipefail

folder=${1:-"$(dirname "$0")/../media"}
font=DejaVuSansMono
rate=24
mkdir -p "$folder"

for ratio in 16x9 9x16; do
  if [ "$ratio" = 16x9 ]; then width=640 height=360; else width=360 height=640; fi
  for seconds in 4 6 8 10; do
    last=$((rate * seconds - 1))
    # A bar that goes from left to right once, so that even a small picture shows that it plays.
    bar="color=c=0xf2c14e:s=${width}x12:r=$rate:d=$seconds[bar];[0:v][bar]overlay=x='-W+W*(n+1)/($last+1)':y=H-h:eval=frame"
    word="drawtext=font=$font:text=MOCK:fontsize=96:fontcolor=white:x=(w-tw)/2:y=h/2-110"
    shape="drawtext=font=$font:text='${ratio/x/\\:} ${seconds} s':fontsize=28:fontcolor=0x9fb3c8:x=(w-tw)/2:y=h/2"
    counter="drawtext=font=$font:text='%{eif\:n\:d\:3} / $last':fontsize=40:fontcolor=white:x=(w-tw)/2:y=h/2+56"
    # One thread and no encoder's note (SEI): the bytes depend on nothing but the encoder. The index comes first (faststart), so
    # that a player can begin before it has the whole file.
    ffmpeg -hide_banner -loglevel error -nostdin -y \
      -f lavfi -i "color=c=0x102a43:s=${width}x${height}:r=$rate:d=$seconds" \
      -filter_complex "$bar,$word,$shape,$counter,format=yuv420p" \
      -an -c:v libx264 -threads 1 -profile:v main -level 3.0 -preset veryslow -tune animation -crf 30 -g $((2 * rate)) \
      -bsf:v filter_units=remove_types=6 -map_metadata -1 -fflags +bitexact -flags:v +bitexact -movflags +faststart \
      "$folder/$ratio-${seconds}s.mp4"
  done
done
