A word that is not among the choices, an option that there is not, a word too many: for every command.

  $ export AFTERCARE_STORE="$HOME/a.db"
  $ aftercare device add Pump
  device 1: Pump
  $ aftercare help | sed -n 's/^  \([a-z][a-z ]*[a-z]\)  .*/\1/p' >commands.txt
  $ while read -r command; do
  >   aftercare $command --no-such-option >out.txt 2>&1; code=$?
  >   grep -q "there is no option --no-such-option" out.txt && echo "$code" || echo "$command: $code $(cat out.txt)"
  > done <commands.txt | sort -u
  2
  $ while read -r command; do
  >   aftercare help $command | sed -n '/^usage:/,/^$/p' | grep -o -e '--[a-z-]* [a-z0-9_A-Z]*|[a-z0-9_A-Z|]*' | grep -v -e never -e asked -e --batch | sort -u | while read -r option choices; do
  >     aftercare $command "$option" "<bad>" >out.txt 2>&1; code=$?
  >     grep -q "^aftercare: $option is one of .*<bad>" out.txt && echo "$code" || echo "$command $option: $code $(cat out.txt)"
  >   done
  > done <commands.txt | sort -u
  2
