# Appended to runner.py where a process of its own is the wall: narrows it, then reads the job and runs it.
import resource

JOB = 0
RESULTS = 3
NOFILE_MAX = 64
THREADS_MAX = 32
FILE_BYTES_MAX = 8 * 1024 * 1024


def narrow(limits):
    for kind, value in (
        (resource.RLIMIT_AS, limits["memoryBytes"]),
        (resource.RLIMIT_CPU, limits["cpuSeconds"]),
        (resource.RLIMIT_NPROC, THREADS_MAX),
        (resource.RLIMIT_NOFILE, NOFILE_MAX),
        (resource.RLIMIT_FSIZE, FILE_BYTES_MAX),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (value, value))


def main():
    job = read_line(JOB)
    tests = posix.dup(JOB)
    # A program that reads the real standard input finds it empty.
    posix.dup2(posix.open("/dev/null", posix.O_RDONLY), JOB)
    narrow(job["limits"])
    run_job(job, Reporter(RESULTS), tests)


main()
