"""A lesson with phones and no face, as a process of its own: to be killed, and to be measured.

    python -m tests.classroom.program JOURNAL PORT

Begins the shipped taster, or goes on where there is a journal. Reads the teacher's verbs from
stdin, a line each, and answers every one on stdout with JSON when it is kept.
"""

import asyncio
import json
import resource
import sys
import time
from pathlib import Path

from game.classroom.server import ClassServer
from game.lesson.refused import Refused
from game.lesson.room import Room
from game.lesson.teacher import Teacher
from tests.builders import shipped_story


async def lesson(path: Path, port: int) -> None:
    story = shipped_story()
    resumed = path.exists()
    room = Room.resume(story, path) if resumed else Room.begin(story, "article", "taster", path)
    server, teacher = ClassServer(room, "127.0.0.1", port), Teacher(room)
    await server.start()
    tell(port=server.port, code=room.lesson.code, notices=room.notices)
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := (await reader.readline()).decode().split():
        said, at = "", time.monotonic()
        try:
            if line[0] == "scene":
                while room.ahead.stage.page != "scene":
                    teacher.go_on()
            elif line[0] != "look":
                getattr(teacher, line[0])(*line[1:])
        except Refused as refused:
            said = str(refused)
        while room.lesson is not room.ahead:
            await asyncio.sleep(0.001)
        stage = room.lesson.stage
        took = time.monotonic() - at
        tell(
            said=said,
            at=at,
            took=took,
            page=stage.page,
            round=stage.round,
            open=stage.open,
            version=room.version,
            rss=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss,
            cpu=time.process_time(),
            streams=len(server.routes.streams),
            notices=room.notices[-3:],
        )
    await server.stop()
    room.close()


def tell(**what: object) -> None:
    print(json.dumps(what), flush=True)


if __name__ == "__main__":
    asyncio.run(lesson(Path(sys.argv[1]), int(sys.argv[2])))
