# Streams over sockets in memory: a pair, and a server on this machine.
import asyncio
import socket


async def over_a_pair():
    left, right = socket.socketpair()
    reader, writer = await asyncio.open_connection(sock=left)
    other_reader, other_writer = await asyncio.open_connection(sock=right)
    writer.write(b'hello\nworld')
    await writer.drain()
    print(await other_reader.readline(), await other_reader.readexactly(3), await other_reader.read(100))
    other_writer.write(b'a,b,c')
    other_writer.write_eof()
    print(await reader.readuntil(b','), await reader.read(), reader.at_eof())
    try:
        await reader.readexactly(1)
    except asyncio.IncompleteReadError as exc:
        print(exc)
    for one in (writer, other_writer):
        one.close()
        await one.wait_closed()
    print(writer.is_closing())


async def over_a_server():
    async def answer(reader, writer):
        while line := await reader.readline():
            writer.write(line.upper())
            await writer.drain()
        print('the client has gone')
        writer.close()
        await writer.wait_closed()

    server = await asyncio.start_server(answer, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]

    async def ask(words):
        reader, writer = await asyncio.open_connection('127.0.0.1', port)
        answers = []
        for word in words:
            writer.write(word + b'\n')
            answers.append(await reader.readline())
        writer.close()
        await writer.wait_closed()
        return answers

    async with server:
        print(await asyncio.gather(ask([b'one', b'two']), ask([b'three'])))
        await asyncio.sleep(0.05)
    print(server.is_serving())
    try:
        await asyncio.open_connection('127.0.0.1', port)
    except ConnectionRefusedError as exc:
        print(type(exc).__name__)


async def by_hand():
    loop = asyncio.get_running_loop()
    left, right = socket.socketpair()
    left.setblocking(False)
    right.setblocking(False)
    got = loop.create_future()
    loop.add_reader(right, lambda: got.done() or got.set_result(right.recv(10)))
    await loop.sock_sendall(left, b'by hand')
    print(await got, loop.remove_reader(right), loop.remove_reader(right))
    receiving = asyncio.create_task(loop.sock_recv(left, 10))
    await asyncio.sleep(0)
    print(receiving.done())
    right.send(b'later')
    print(await receiving)
    left.close()
    print(await loop.sock_recv(right, 10))
    right.close()


for part in (over_a_pair, over_a_server, by_hand):
    print('--', part.__name__)
    asyncio.run(part())
