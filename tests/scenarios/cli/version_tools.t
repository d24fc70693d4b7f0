Made-up versions, and what dpkg and rpm themselves say of them: no line differs.

  $ cat >pairs.awk <<'END'
  > function piece() { return parts[1 + int(rand() * count)] }
  > function version(  text, i) { text = int(rand() * 3); for (i = rand() * 6; i > 0; i--) text = text piece(); return text }
  > BEGIN { srand(20261128); count = split(pieces, parts, " "); for (; lines > 0; lines--) print version() "\t" version() }
  > END
  $ awk -v lines=200 -v pieces='0 00 1 10 9 . . ~ ~ + a b A rc - 1' -f pairs.awk </dev/null >dpkg.pairs
  $ while IFS="$(printf '\t')" read -r a b; do dpkg --compare-versions "$a" lt "$b" 2>/dev/null && echo '<' || { dpkg --compare-versions "$a" eq "$b" 2>/dev/null && echo '=' || echo '>'; }; done <dpkg.pairs >dpkg.says
  $ sed 's/^/dpkg\t/' dpkg.pairs | aftercare version --batch >we.say
  $ paste dpkg.says we.say dpkg.pairs | awk '$2 != "!"' >both
  $ awk '$1 != $2' both
  $ awk 'END { print (NR > 100 ? "enough" : NR) }' both
  enough
  $ awk -v lines=3000 -v pieces='0 00 1 10 9 . . ~ ~ ^ ^ + a b A rc _ - 1' -f pairs.awk </dev/null >rpm.pairs
  $ rpm --eval '%{lua: for line in io.lines("rpm.pairs") do local a, b = line:match("(.*)\t(.*)"); print(({ [-1] = "<", [0] = "=", [1] = ">" })[rpm.vercmp(a, b)] .. "\n") end}' | sed '/^$/d' >rpm.says
  $ sed 's/^/rpm\t/' rpm.pairs | aftercare version --batch >we.say
  $ paste rpm.says we.say rpm.pairs | awk '$2 != "!"' >both
  $ awk '$1 != $2' both
  $ awk 'END { print (NR > 2000 ? "enough" : NR) }' both
  enough
