package io.redial.emulator.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.emulator.CloudEmulator;
import io.redial.emulator.EmulatorOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every route, asked for rightly and wrongly. {@code ID} stands for an instance; the fault 1 is in force. */
class AdminRoutesTest {
    private final CloudEmulator emulator =
            CloudEmulator.start(EmulatorOptions.builder().instances(5).build());
    private final AdminTestClient client = new AdminTestClient(emulator.endpoint());

    @AfterEach
    void stop() {
        emulator.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            GET    | /state                       |                                       | 200 | "instances":5,"busy":0,"tasks":0,"orders":0
            POST   | /reset                       |                                       | 200 | "instances":5
            POST   | /reset                       | {}                                    | 200 | "faults":0
            GET    | /snapshot                    |                                       | 200 | {"version":
            GET    | /quotas                      |                                       | 200 | "mode":"sliding","quotas":[{"action":"AddReplicationInstance","permits":20,"periodSeconds":1}
            GET    | /quotas                      |                                       | 200 | {"action":"alibaba.ModifyInstanceSpec","permits":60,"periodSeconds":60}
            PUT    | /quotas                      | {"mode":"bucket"}                     | 200 | "mode":"bucket"
            GET    | /quotas/DescribeInstances    |                                       | 200 | {"action":"DescribeInstances","permits":35,"periodSeconds":1}
            PUT    | /quotas/DescribeInstances    | {"permits":3}                         | 200 | {"action":"DescribeInstances","permits":3,"periodSeconds":1}
            GET    | /faults                      |                                       | 200 | {"faults":[{"id":1,
            POST   | /faults                      | {"kind":"hang-up"}                    | 201 | "action":null,"probability":1.0,"times":null,"happened":0,"moment":"before","reset":false
            POST   | /faults                      | {"kind":"hang-up","moment":"after","reset":true,"times":2,"probability":0.5,"seed":7,"action":"ClearInstance"} | 201 | "action":"ClearInstance","probability":0.5,"times":2,"happened":0,"moment":"after","reset":true
            POST   | /faults                      | {"kind":"delay","shortest":1.5}       | 201 | "moment":"before","shortest":"PT1.5S","longest":"PT1.5S"
            POST   | /faults                      | {"kind":"delay","moment":"after","shortest":"PT0S","longest":"PT2S"} | 201 | "moment":"after","shortest":"PT0S","longest":"PT2S"
            POST   | /faults                      | {"kind":"page","status":502}          | 201 | "status":502,"contentType":"text/html
            POST   | /faults                      | {"kind":"page","status":429,"moment":"after","contentType":"text/plain","body":"no"} | 201 | "moment":"after","status":429,"contentType":"text/plain","body":"no"
            POST   | /faults                      | {"kind":"failure","code":"InternalError","message":"<b>"} | 201 | "code":"InternalError","message":"<b>"
            POST   | /faults                      | {"kind":"wrong-clock","ahead":"-PT1H"} | 201 | "ahead":"PT-1H"
            POST   | /faults                      | {"kind":"work","ending":"failure","message":"full","takes":0.2} | 201 | "ending":"failure","message":"full","takes":"PT0.2S"
            POST   | /faults                      | {"kind":"work","ending":"none"}       | 201 | "ending":"none","message":"","takes":null
            POST   | /faults                      | {"kind":"cut-off","bytes":10}         | 201 | "bytes":10,"chunked":false
            POST   | /faults                      | {"kind":"slow-body","bytesPerSecond":10} | 201 | "bytesPerSecond":10
            GET    | /faults/1                    |                                       | 200 | {"id":1,"kind":"failure","action":null
            DELETE | /faults/1                    |                                       | 200 | {"id":1,"kind":"failure","action":null
            DELETE | /faults                      |                                       | 200 | {"faults":[]}
            GET    | /clock                       |                                       | 200 | "speed":1.0
            PUT    | /clock                       | {"speed":60}                          | 200 | "speed":60.0
            PUT    | /clock                       | {"speed":0,"advance":"PT1H"}          | 200 | "speed":0.0
            GET    | /calls                       |                                       | 200 | {"calls":0,"refusals":0,"second":
            GET    | /calls?seconds=0&action=ClearInstance |                              | 200 | "actions":[{"action":"ClearInstance","calls":0,"refusals":0,"permits":20,"periodSeconds":1,"seconds":[]}]
            GET    | /instances                   |                                       | 200 | {"total":5,"instances":[{"id":"crs-
            GET    | /instances?limit=0&offset=9  |                                       | 200 | {"total":5,"instances":[]}
            GET    | /instances?search=ID         |                                       | 200 | {"total":1,"instances":[{"id":"ID"
            GET    | /instances?search=%00        |                                       | 200 | {"total":0,"instances":[]}
            POST   | /instances                   |                                       | 201 | {"ids":["crs-
            POST   | /instances                   | {"count":3}                           | 201 | {"ids":["crs-
            GET    | /instances/ID                |                                       | 200 | "region":"ap-guangzhou","status":"running","busy":false
            DELETE | /instances/ID                |                                       | 200 | "id":"ID"
            PUT    | /instances/ID/next-task      | {"ending":"success","takes":"PT1S"}   | 200 | "id":"ID"
            GET    | /tasks                       |                                       | 200 | {"total":0,"tasks":[]}
            GET    | /                            |                                       | 200 | <!doctype html>
            GET    |                              |                                       | 308 |
            GET    | /nothing                     |                                       | 404 | there are /_emulator/state
            GET    | /state/                      |                                       | 404 | there is nothing at
            GET    | /certificate                 |                                       | 404 | this emulator speaks HTTP only
            GET    | /quotas/DescribeNothing      |                                       | 404 | there is no action 'DescribeNothing'
            PUT    | /quotas/DescribeNothing      | {"permits":3}                         | 404 | there is no action 'DescribeNothing'
            GET    | /instances/crs-nothing       |                                       | 404 | there is no instance 'crs-nothing'
            DELETE | /instances/crs-nothing       |                                       | 404 | there is no instance 'crs-nothing'
            PUT    | /instances/crs-nothing/next-task | {"ending":"none"}                 | 404 | there is no instance 'crs-nothing'
            GET    | /faults/99                   |                                       | 404 | there is no fault 99
            DELETE | /faults/x                    |                                       | 404 | there is no fault x
            POST   | /state                       | {}                                    | 405 | /_emulator/state takes GET
            DELETE | /instances                   |                                       | 405 | /_emulator/instances takes GET, POST
            HEAD   | /state                       |                                       | 405 |
            OPTIONS | /faults                     |                                       | 405 | takes GET, POST, DELETE
            POST   | /reset                       | {"now":true}                          | 400 | there is no field 'now' here
            POST   | /reset                       | []                                    | 400 | the body is not a JSON object
            PUT    | /quotas                      | {"mode":"strict"}                     | 400 | mode is one of sliding, fixed, bucket, off, not 'strict'
            PUT    | /quotas                      | {"mode":1}                            | 400 | mode is a text
            PUT    | /quotas                      | {"mode":"off"                         | 400 | the body is not JSON
            PUT    | /quotas                      | {"mode":"off"} x                      | 400 | the body is not JSON
            PUT    | /quotas                      | {"mode":"off","mode":"off"}           | 400 | the body is not JSON
            PUT    | /quotas                      |                                       | 400 | the field 'mode' is missing
            PUT    | /quotas/ClearInstance        | {"permits":0}                         | 400 | permits is a whole number from 1 to 1000000
            PUT    | /quotas/ClearInstance        | {"permits":1.5}                       | 400 | permits is a whole number from 1 to 1000000
            PUT    | /quotas/ClearInstance        | {"permits":99999999999999999999}      | 400 | permits is a whole number from 1 to 1000000
            POST   | /faults                      | {}                                    | 400 | the field 'kind' is missing
            POST   | /faults                      | {"kind":"fire"}                       | 400 | kind is one of delay, hang-up, page, failure, wrong-clock, work, cut-off, slow-body
            POST   | /faults                      | {"kind":"hang-up","code":"x"}         | 400 | there is no field 'code' here; there are kind, action, probability, times, seed, moment, reset
            POST   | /faults                      | {"kind":"hang-up","reset":"yes"}      | 400 | reset is true or false
            POST   | /faults                      | {"kind":"hang-up","action":"Nothing"} | 400 | there is no action 'Nothing'
            POST   | /faults                      | {"kind":"hang-up","probability":2}    | 400 | a probability is above 0 and up to 1
            POST   | /faults                      | {"kind":"hang-up","probability":"1"}  | 400 | probability is a number
            POST   | /faults                      | {"kind":"hang-up","times":0}          | 400 | times is a whole number from 1
            POST   | /faults                      | {"kind":"delay","shortest":"soon"}    | 400 | shortest is a time like
            POST   | /faults                      | {"kind":"delay","shortest":1e300}     | 400 | between 0 and a day
            POST   | /faults                      | {"kind":"delay","shortest":2,"longest":1} | 400 | a delay goes up
            POST   | /faults                      | {"kind":"failure"}                    | 400 | the field 'code' is missing
            PUT    | /clock                       | {"speed":-1}                          | 400 | a speed is 0 to 10,000
            PUT    | /clock                       | {"advance":"-PT1S"}                   | 400 | a clock is moved on by 0 to
            GET    | /calls?seconds=601           |                                       | 400 | seconds is a number from 0 to 600
            GET    | /instances?limit=1001        |                                       | 400 | limit is a number from 0 to 1000
            GET    | /instances?offset=-1         |                                       | 400 | offset is a number
            POST   | /instances                   | {"count":1001}                        | 400 | count is a whole number from 1 to 1000
            PUT    | /instances/ID/next-task      | {}                                    | 400 | the field 'ending' is missing
            PUT    | /instances/ID/next-task      | {"ending":"success","takes":"P400D"}  | 400 | a task takes 0 to 365 days
            GET    | /tasks?limit=many            |                                       | 400 | limit is a number
            PUT    | /snapshot                    | {}                                    | 400 | this emulator reads snapshots of version
            """)
    void route_respondsAsDocumented(String method, String path, String body, int status, String part) {
        var id = client.get("/instances").path("instances").path(4).path("id").asText();
        client.sendJson("POST", "/faults", "{\"kind\":\"failure\",\"code\":\"InternalError\"}");

        var answer = client.send(method, orEmpty(path).replace("ID", id), orEmpty(body));

        assertThat(answer.body()).contains(orEmpty(part).replace("ID", id));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(emulator.callCount()).as("calls that are counted").isZero();
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        if (status >= 400 && !method.equals("HEAD")) {
            assertThat(AdminTestClient.json(answer).path("error").asText()).isNotEmpty();
        }
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
