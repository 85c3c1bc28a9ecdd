"""The other side of the race: Splink on the same file with the same blocking rules.

Prints one line of JSON. Run by `npm run bench:matching` when --python names a Python with splink.
Without a limit of memory it asks for more at a million records than most machines have, and ends without an
answer; within one (seven tenths of this machine's) it writes what does not fit to a folder, and ends. What is used before the file is opened
(loading Python's own modules) is not counted, as it is not on our side.
"""
import json
import os
import resource
import sys
import time

import duckdb
import splink
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

path, threads, spilled = sys.argv[1], int(sys.argv[2]), sys.argv[3]
con = duckdb.connect()
con.execute(f"SET threads={threads}")
all_of_it = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
con.execute(f"SET memory_limit='{int(all_of_it * 0.7 / 1e6)}MB'")
con.execute(f"SET temp_directory='{spilled}'")
con.execute("SET preserve_insertion_order=false")
before = resource.getrusage(resource.RUSAGE_SELF)
started = time.perf_counter()
con.execute(
    "create table people as select unique_id, nullif(first_name,'') first_name, nullif(surname,'') surname, "
    "nullif(dob,'') dob, nullif(city,'') city, nullif(postcode,'') postcode, nullif(email,'') email, cluster "
    "from read_csv(?, header=true, all_varchar=true)",
    [path],
)
rules = [
    block_on("first_name", "surname"),
    block_on("surname", "dob"),
    block_on("first_name", "dob"),
    block_on("postcode", "dob"),
    block_on("email"),
]
settings = SettingsCreator(
    link_type="dedupe_only",
    blocking_rules_to_generate_predictions=rules,
    comparisons=[
        cl.NameComparison("first_name"),
        cl.NameComparison("surname"),
        cl.DateOfBirthComparison("dob", input_is_string=True),
        cl.ExactMatch("city").configure(term_frequency_adjustments=True),
        cl.ExactMatch("postcode"),
        cl.EmailComparison("email"),
    ],
)
api = DuckDBAPI(connection=con)
linker = Linker(api.register(con.table("people")), settings, log_level=40)
linker.training.estimate_probability_two_random_records_match(
    [block_on("first_name", "surname", "dob"), block_on("email")], recall=0.6
)
linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
linker.training.estimate_parameters_using_expectation_maximisation(block_on("first_name", "surname"))
linker.training.estimate_parameters_using_expectation_maximisation(block_on("dob"))
trained = time.perf_counter()
predicted = linker.inference.predict(threshold_match_probability=0.5)
table = predicted.physical_name
found, both = con.execute(
    f"select count(*), count(*) filter (l.cluster = r.cluster) from {table} p "
    "join people l on l.unique_id = p.unique_id_l join people r on r.unique_id = p.unique_id_r"
).fetchone()
ended = time.perf_counter()
used = resource.getrusage(resource.RUSAGE_SELF)
# For fairness: what it would have found at the weight that is best for it, chosen with the answers in hand.
by_weight = con.execute(
    "select floor(match_weight * 4) / 4 as weight, count(*), count(*) filter (l.cluster = r.cluster) "
    f"from {table} p join people l on l.unique_id = p.unique_id_l join people r on r.unique_id = p.unique_id_r "
    "group by 1 order by 1 desc"
).fetchall()
(real,) = con.execute(
    "select sum(n * (n - 1) / 2) from (select count(*) as n from people group by cluster)"
).fetchone()
best, so_far = {"found": 0, "both": 0, "weight": 0}, (0, 0)
for weight, pairs, true in by_weight:
    so_far = (so_far[0] + pairs, so_far[1] + true)
    if so_far[1] / (so_far[0] + real) > best["both"] / (best["found"] + real):
        best = {"found": so_far[0], "both": so_far[1], "weight": weight}
print(
    json.dumps(
        {
            "engine": f"splink {splink.__version__}",
            "seconds": ended - started,
            "training": trained - started,
            "cpu": used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime,
            "memory": used.ru_maxrss * 1024,
            "found": found,
            "both": both,
            "best": best,
        }
    )
)
